import { studio } from '../../../../../scripts/emulator/api/studio/product';
import { flow, state } from '../../../../support/flows';
import type { LocalTwilio } from '../../../../support/local-twilio';
import { testRoutes } from '../../../../support/route-cases';

const CONTACT = '+14155550100';
const TWILIO = '+14155550199';
const noting = flow(
  state('note', 'set-variables', { variables: [{ key: 'seen', value: '{{flow.data.a}}' }] }, { next: 'ask' }),
  state(
    'ask',
    'send-and-wait-for-reply',
    { from: '+14155550199', body: 'Well?', timeout: '60' },
    { incomingMessage: '' },
  ),
);

const studioOf = ({ client }: LocalTwilio) => client.studio.v2;

const create = (twilio: LocalTwilio) =>
  studioOf(twilio).flows.create({ friendlyName: 'Notes', status: 'published', definition: noting });

/** A flow with an execution that waits for a reply. */
async function execute(twilio: LocalTwilio) {
  const { sid } = await create(twilio);
  const executions = studioOf(twilio).flows(sid).executions;
  const execution = await executions.create({ to: CONTACT, from: TWILIO, parameters: { a: 'b' } });
  return { flow: studioOf(twilio).flows(sid), execution, resource: executions(execution.sid) };
}

describe('Studio v2', () => {
  testRoutes(studio, {
    'POST /v2/Flows': async (twilio) => {
      const created = await create(twilio);
      expect(created).toMatchObject({ friendlyName: 'Notes', status: 'published', revision: 1, valid: true });
      expect(created.definition).toEqual(noting);
      expect(created.webhookUrl).toMatch(/^https:\/\/webhooks\.twilio\.com\/v1\/Accounts\/AC.*\/Flows\/FW/);
    },
    'GET /v2/Flows': async (twilio) => {
      const { sid } = await create(twilio);
      const [listed] = await studioOf(twilio).flows.list();
      expect(listed).toMatchObject({ sid, definition: null, valid: null, errors: null });
    },
    'GET /v2/Flows/{Sid}': async (twilio) => {
      const { sid } = await create(twilio);
      expect((await studioOf(twilio).flows(sid).fetch()).definition).toEqual(noting);
    },
    'POST /v2/Flows/{Sid}': async (twilio) => {
      const { sid } = await create(twilio);
      const update = { status: 'draft' as const, commitMessage: 'A try' };
      expect(await studioOf(twilio).flows(sid).update(update)).toMatchObject({
        friendlyName: 'Notes',
        status: 'draft',
        revision: 2,
        commitMessage: 'A try',
      });
    },
    'DELETE /v2/Flows/{Sid}': async (twilio) => {
      const { flow: resource, execution } = await execute(twilio);
      expect(await resource.remove()).toBe(true);
      await expect(resource.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
      expect(twilio.context.store.executions.has(execution.sid)).toBe(false);
    },
    'POST /v2/Flows/Validate': async (twilio) => {
      const parameters = { friendlyName: 'Notes', status: 'draft' as const, definition: noting };
      expect(await studioOf(twilio).flowValidate.update(parameters)).toMatchObject({ valid: true });
      expect(twilio.context.store.flows.size).toBe(0);
    },
    'GET /v2/Flows/{Sid}/Revisions': async (twilio) => {
      const { sid } = await create(twilio);
      await studioOf(twilio).flows(sid).update({ status: 'published' });
      // Not revisions.list(): twilio 6.2.0 throws a TypeError on every item of such a list.
      const uri = `https://studio.twilio.com/v2/Flows/${sid}/Revisions`;
      const { body } = (await twilio.client.request({ method: 'get', uri })) as { body: unknown };
      expect(body).toMatchObject({ revisions: [{ revision: 2, definition: null }, { revision: 1 }] });
    },
    'GET /v2/Flows/{Sid}/Revisions/{Revision}': async (twilio) => {
      const { sid } = await create(twilio);
      await studioOf(twilio).flows(sid).update({ status: 'draft' });
      const fetch = (revision: string) => studioOf(twilio).flows(sid).revisions(revision).fetch();
      expect(await fetch('LatestPublished')).toMatchObject({ revision: 1, definition: noting });
      expect(await fetch('LatestRevision')).toMatchObject({ revision: 2, status: 'draft' });
      expect(await fetch('1')).toMatchObject({ status: 'published' });
      await expect(fetch('3')).rejects.toMatchObject({ status: 404 });
    },
    'POST /v2/Flows/{FlowSid}/Executions': async (twilio) => {
      const { execution } = await execute(twilio);
      expect(execution).toMatchObject({
        status: 'active',
        contactChannelAddress: CONTACT,
        flowVersion: 1,
        initiatedBy: expect.stringMatching(/^RQ[0-9a-f]{32}$/) as string,
      });
      expect(twilio.context.inbox.messagesTo(CONTACT)).toMatchObject([{ body: 'Well?' }]);
    },
    'GET /v2/Flows/{FlowSid}/Executions': async (twilio) => {
      const { flow: resource, execution } = await execute(twilio);
      const list = (dateCreatedFrom: Date) => resource.executions.list({ dateCreatedFrom });
      const now = twilio.clock.now();
      expect((await list(new Date(now - 1000))).map(({ sid }) => sid)).toEqual([execution.sid]);
      expect(await list(new Date(now + 1000))).toEqual([]);
    },
    'GET /v2/Flows/{FlowSid}/Executions/{Sid}': async (twilio) => {
      const { resource, execution } = await execute(twilio);
      expect(await resource.fetch()).toMatchObject({ sid: execution.sid, status: 'active' });
    },
    'POST /v2/Flows/{FlowSid}/Executions/{Sid}': async (twilio) => {
      const { resource } = await execute(twilio);
      expect(await resource.update({ status: 'ended' })).toMatchObject({ status: 'ended' });
    },
    'DELETE /v2/Flows/{FlowSid}/Executions/{Sid}': async (twilio) => {
      const { resource } = await execute(twilio);
      expect(await resource.remove()).toBe(true);
      await expect(resource.fetch()).rejects.toMatchObject({ status: 404 });
    },
    'GET /v2/Flows/{FlowSid}/Executions/{ExecutionSid}/Context': async (twilio) => {
      const { resource, execution } = await execute(twilio);
      expect((await resource.executionContext().fetch()).context).toMatchObject({
        flow: { sid: execution.sid, data: { a: 'b' }, variables: { seen: 'b' } },
        contact: { channel: { address: CONTACT } },
      });
    },
    'GET /v2/Flows/{FlowSid}/Executions/{ExecutionSid}/Steps': async (twilio) => {
      const { resource } = await execute(twilio);
      await resource.update({ status: 'ended' });
      const steps = await resource.steps.list();
      expect(steps.map((step) => [step.transitionedFrom, step.name, step.transitionedTo])).toEqual([
        ['note', 'next', 'ask'],
        ['Trigger', 'incomingRequest', 'note'],
      ]);
    },
    'GET /v2/Flows/{FlowSid}/Executions/{ExecutionSid}/Steps/{Sid}': async (twilio) => {
      const { resource } = await execute(twilio);
      const [newest] = await resource.steps.list();
      const step = await resource.steps(newest?.sid ?? '').fetch();
      expect(step).toMatchObject({ name: 'next', type: 'set-variables', parentStepSid: null });
    },
    'GET /v2/Flows/{FlowSid}/Executions/{ExecutionSid}/Steps/{StepSid}/Context': async (twilio) => {
      const { resource } = await execute(twilio);
      const [noted, triggered] = await resource.steps.list();
      const contextOf = async (sid = ''): Promise<unknown> =>
        (await resource.steps(sid).stepContext().fetch()).context;
      expect(await contextOf(triggered?.sid)).toMatchObject({ flow: { variables: {} } });
      expect(await contextOf(noted?.sid)).toMatchObject({ flow: { variables: { seen: 'b' } } });
    },
  });
});
