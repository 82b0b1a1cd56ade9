import type { Widget } from '../model/widget';
import { unpublishedWidget } from './unpublished';

/** Made a TaskRouter task; Send To Flex does that now. Failing is warning 81015 (https://www.twilio.com/docs/api/errors/81015). */
export const createTask: Widget = unpublishedWidget('create-task', {
  code: 81015,
  message: 'The task could not be made',
});
