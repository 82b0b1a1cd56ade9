import type { Widget } from '../model/widget';
import { unpublishedWidget } from './unpublished';

/** Retired: asked Twilio Understand what a text means. Failing is warning 81013 (https://www.twilio.com/docs/api/errors/81013). */
export const understand: Widget = unpublishedWidget('understand', {
  code: 81013,
  message: 'The text could not be understood',
});
