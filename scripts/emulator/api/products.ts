import type { Product } from './product';

/** Every product that the local Twilio answers for, by host name. */
export const products: readonly Product[] = [];
