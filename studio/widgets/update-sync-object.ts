import type { Widget } from '../model/widget';
import { unpublishedWidget } from './unpublished';

/** Changed an object of Twilio Sync. Failing is warning 81012 (https://www.twilio.com/docs/api/errors/81012). */
export const updateSyncObject: Widget = unpublishedWidget('update-sync-object', {
  code: 81012,
  message: 'The Sync object could not be changed',
});
