import type { Widget } from '../model/widget';
import { unpublishedWidget } from './unpublished';

/** Retired with Programmable Chat: added somebody to a channel. Failing is warning 81004 (https://www.twilio.com/docs/api/errors/81004). */
export const addMemberToChatChannel: Widget = unpublishedWidget('add-member-to-chat-channel', {
  code: 81004,
  message: 'The member could not be added',
});
