import type { Product } from '../product';
import { documentRoutes } from './documents';
import { mapItemRoutes } from './map-items';
import { mapRoutes } from './maps';
import { serviceRoutes } from './services';

/** Sync v1 (https://www.twilio.com/docs/sync/api), as far as documents and maps go. */
export const sync: Product = {
  host: 'sync.twilio.com',
  missingParameterCode: 20001,
  routes: [...serviceRoutes, ...documentRoutes, ...mapRoutes, ...mapItemRoutes],
};
