import type { Parameters } from '../parameters';
import { type Read, readData, readTtl, type SentData } from './changes';

/** What a request says of an item; null where it says nothing. Times in seconds. */
export interface ItemChange {
  readonly data: SentData | null;
  readonly itemTtl: number | null;
  readonly collectionTtl: number | null;
}

/** Reads data and times of a request that creates or updates an item. */
export function readItemChange(form: Parameters): Read<ItemChange> {
  const data = readData(form, 'itemData');
  if (data.kind === 'refused') return data;
  const itemTtl = readTtl(form, 'ItemTtl', 'Ttl');
  if (itemTtl.kind === 'refused') return itemTtl;
  const collectionTtl = readTtl(form, 'CollectionTtl');
  if (collectionTtl.kind === 'refused') return collectionTtl;
  return {
    kind: 'read',
    value: { data: data.value, itemTtl: itemTtl.value, collectionTtl: collectionTtl.value },
  };
}
