import type { Widget } from '../model/widget';
import { unpublishedWidget } from './unpublished';

/** Retired with Programmable Chat: made a channel. Failing is warning 81006 (https://www.twilio.com/docs/api/errors/81006). */
export const createChatChannel: Widget = unpublishedWidget('create-chat-channel', {
  code: 81006,
  message: 'The chat channel could not be made',
});
