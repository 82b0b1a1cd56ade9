import type { FlowDefinition } from '../../../studio/model/flow-definition';
import { on, withArrow, withProperties, withStates, withWidget } from '../../scripts/deployment/edit-flow';
import { IVR, state } from '../../support/flows';
import {
  afterSuccess,
  afterWelcome,
  ask,
  isApproved,
  look,
  menu,
  parent,
  runAgain,
  say,
  set,
  verifying,
} from './parent-edits';

const oneKey = { number_of_digits: 1 };
const toTrouble = { timeout: 'technical_trouble' };

function crm(name: string, success: string, fail: string) {
  const parameters = [{ key: 'to', value: '{{trigger.call.From}}' }];
  return state(
    name,
    'run-function',
    { url: `https://crm-1234.twil.io/${name}`, parameters },
    { success, fail },
  );
}

/** What people ordinarily build around a verification: each must be proven. */
export const SAFE_PARENTS: Readonly<Record<string, FlowDefinition>> = {
  'connects whoever is verified': withWidget(parent, 'success', () =>
    state('success', 'connect-call-to', { noun: 'number', to: '+14155550123', timeout: 30 }, {}),
  ),
  'hands whoever is verified to an agent': withWidget(parent, 'success', () =>
    state(
      'success',
      'send-to-flex',
      { workflow: `WW${'a'.repeat(32)}`, channel: `TC${'a'.repeat(32)}` },
      { failedToEnqueue: 'technical_trouble', callFailure: 'technical_trouble' },
    ),
  ),
  'reads three keys of an answer': afterSuccess(
    ask('tell', 'technical_trouble'),
    say(
      'tell',
      '{{widgets.lookup.parsed.name}} has {{widgets.lookup.parsed.sum}} {{widgets.lookup.parsed.unit}}.',
    ),
  ),
  'offers a choice afterwards': afterSuccess(
    menu('look', oneKey, toTrouble),
    look('{{widgets.menu.Digits}}', 'equal_to', '1', { match: 'one', noMatch: 'technical_trouble' }),
    say('one', 'One.'),
  ),
  'texts a welcome': afterSuccess(
    state(
      'text',
      'send-message',
      { from: '{{flow.channel.address}}', to: '{{contact.channel.address}}', body: 'Welcome' },
      {},
    ),
  ),
  'is closed at night': afterWelcome(
    look('{{"now" | date: "%H"}}', 'less_than', '8', { match: 'closed' }),
    say('closed', 'We are closed.'),
  ),
  'greets by the town': withProperties(parent, 'welcome', { say: 'Hello, {{trigger.call.FromCity}}.' }),
  'greets by the name that a server knows': afterWelcome(
    ask('hello'),
    say(
      'hello',
      'Hello, {{widgets.lookup.parsed.first_name}} {{widgets.lookup.parsed.last_name}}.',
      'run_verify',
    ),
  ),
  'answers a message with a text': withStates(
    withArrow(parent, 'Trigger', on('incomingMessage'), 'reply'),
    state('reply', 'send-message', { from: IVR, body: 'Please call us.' }, {}),
  ),
  'gives a second chance': withStates(
    withArrow(parent, 'nothing_entered', on('audioComplete'), 'second'),
    runAgain('second', 'second_status'),
    isApproved('second'),
  ),
  'wants two verifications': withStates(
    withArrow(parent, 'verify_status', on('match', 'approved'), 'second'),
    runAgain('second', 'both'),
    look('{{widgets.run_verify.status}}{{widgets.second.status}}', 'equal_to', 'approvedapproved', {
      name: 'both',
      noMatch: 'technical_trouble',
    }),
  ),
  'counts its rounds': withStates(
    withArrow(parent, 'nothing_entered', on('audioComplete'), 'count'),
    set('count', { rounds: '{{flow.variables.rounds | plus: 1}}' }, 'look'),
    look('{{flow.variables.rounds}}', 'less_than', '3', {
      match: 'run_verify',
      noMatch: 'technical_trouble',
    }),
  ),
  'asks for a language first': afterWelcome(
    menu('look', oneKey),
    look('{{widgets.menu.Digits}}', 'equal_to', '2', { match: 'spanish' }),
    runAgain('spanish', 'spanish_status'),
    isApproved('spanish'),
  ),
  'looks at verified': withStates(
    withArrow(parent, 'run_verify', on('completed'), 'look'),
    look('{{widgets.run_verify.verified}}', 'equal_to', 'true', { noMatch: 'technical_trouble' }),
  ),
  'asks two functions of its own': withStates(
    withArrow(
      withArrow(parent, 'welcome', on('audioComplete'), 'find'),
      'success',
      on('audioComplete'),
      'balance',
    ),
    crm('find', 'look', 'run_verify'),
    look('{{widgets.find.parsed.tier}}', 'equal_to', 'gold', { match: 'dear' }),
    say('dear', 'Dear {{widgets.find.parsed.name}}.', 'run_verify'),
    crm('balance', 'tell', 'technical_trouble'),
    say('tell', 'You have {{widgets.balance.parsed.sum}} {{widgets.balance.parsed.unit}}.'),
  ),
  'asks a server at an address like ours': afterWelcome(
    state(
      'check',
      'make-http-request',
      { url: 'https://x-1234.twil.io/check-verify?to=1', method: 'GET' },
      { success: 'run_verify', failed: 'run_verify' },
    ),
  ),
  'asks a server about an unknown part of its address': afterWelcome(
    state(
      'lookup',
      'make-http-request',
      { url: 'https://example.com/x?id={{trigger.call.CallSid | url_encode}}', method: 'GET' },
      { success: 'run_verify', failed: 'run_verify' },
    ),
  ),
  'keeps an account number': afterSuccess(
    menu('keep', { number_of_digits: 6 }, toTrouble),
    set('keep', { account: '{{widgets.menu.Digits}}' }, 'thanks'),
    say('thanks', 'Thank you for {{flow.variables.account}}.'),
  ),
  'listens to speech': afterWelcome(menu('run_verify', {}, { speech: 'run_verify' })),
  'takes keys without an end': afterWelcome(menu('run_verify', { stop_gather: false, timeout: 0 })),
  'verifies the contact': verifying('{{contact.channel.address}}'),
  'verifies the caller by the other name': verifying('{{trigger.call.Caller}}'),
  'keeps the verdict for later': withStates(
    withArrow(parent, 'run_verify', on('completed'), 'keep'),
    set('keep', { verdict: '{{widgets.run_verify.status}}' }, 'menu'),
    menu('look', oneKey, { timeout: 'look' }),
    look('{{flow.variables.verdict}}', 'contains', 'approved', { noMatch: 'technical_trouble' }),
  ),
};
