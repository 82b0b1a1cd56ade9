import { submitOnce } from './client/busy';
import { checkBeforeSending } from './client/checks';
import { runCountdown } from './client/countdown';
import { enhancePhoneField } from './client/phone-field';
import { returnByItself } from './client/return-form';

// Every page works without this file, and each part does nothing on a page that is not its own.
const phoneField = enhancePhoneField();
checkBeforeSending(phoneField);
runCountdown();
submitOnce();
returnByItself();
// For `npm run bench`.
performance.mark('usable');
