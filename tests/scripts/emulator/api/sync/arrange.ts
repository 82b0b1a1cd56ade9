import type { Twilio } from 'twilio';

import type { LocalTwilio } from '../../../../support/local-twilio';

type Service = ReturnType<Twilio['sync']['v1']['services']>;
type Document = ReturnType<Service['documents']>;
type SyncMap = ReturnType<Service['syncMaps']>;
type Item = ReturnType<SyncMap['syncMapItems']>;

/** A service of its own, as the SDK sees it. */
export async function aService({ client }: LocalTwilio): Promise<Service> {
  const { sid } = await client.sync.v1.services.create({ friendlyName: 'Example' });
  return client.sync.v1.services(sid);
}

/** A document called `one`, at revision 0. */
export async function aDocument(twilio: LocalTwilio): Promise<Document> {
  const { documents } = await aService(twilio);
  await documents.create({ uniqueName: 'one', data: { tries: 0 } });
  return documents('one');
}

/** A map called `one`, empty. */
export async function aMap(twilio: LocalTwilio): Promise<SyncMap> {
  const { syncMaps } = await aService(twilio);
  await syncMaps.create({ uniqueName: 'one' });
  return syncMaps('one');
}

/** An item `a` of a map, at revision 0. */
export async function anItem(twilio: LocalTwilio): Promise<Item> {
  const { syncMapItems } = await aMap(twilio);
  await syncMapItems.create({ key: 'a', data: { tries: 0 } });
  return syncMapItems('a');
}

/** `fulfilled`, or `54103/412` for an error. */
export async function outcomeOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return 'fulfilled';
  } catch (error) {
    const { code, status } = error as { code?: number; status?: number };
    return `${code ?? 'none'}/${status ?? 'none'}`;
  }
}

/** How often each outcome came out. */
export async function countOutcomes(answers: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const outcome of await Promise.all(answers.map(outcomeOf)))
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
