import { findRevision } from '../../../../scripts/emulator/executions/find-flow';
import type { FlowRevisionRecord } from '../../../../scripts/emulator/entities/flow';
import { flow } from '../../../support/flows';

const revision = (number: number, status: FlowRevisionRecord['status']): FlowRevisionRecord => ({
  revision: number,
  friendlyName: 'Test flow',
  status,
  commitMessage: null,
  definition: flow(),
  date: 0,
});
const revisions = [revision(1, 'published'), revision(2, 'published'), revision(3, 'draft')];

describe('findRevision', () => {
  test.each([
    ['LatestPublished', 2],
    ['latestpublished', 2],
    ['LatestDraft', 3],
    ['LatestRevision', 3],
    ['1', 1],
  ])('finds %s', (name, number) => {
    expect(findRevision(revisions, name)?.revision).toBe(number);
  });

  test.each(['4', 'Newest', ''])('finds nothing for "%s"', (name) => {
    expect(findRevision(revisions, name)).toBeUndefined();
  });

  test('finds no published one among drafts', () => {
    expect(findRevision([revision(1, 'draft')], 'LatestPublished')).toBeUndefined();
  });
});
