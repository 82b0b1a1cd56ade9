/**
 * `LOCAL_TWILIO_PORT=4010 node --require dist/emulator/preload.cjs …` runs any Node program against the local Twilio,
 * twilio-run and what it forks included, and keeps it from reaching anything beyond this machine.
 */
import { guardNetwork } from './guard-network';
import { interceptTwilio } from './intercept-twilio';
import { passOn } from './pass-on';
import { PORT_VARIABLE, readPort } from './preload-variables';

const port = readPort();
if (Number.isInteger(port) && port > 0) {
  interceptTwilio({ port });
} else {
  guardNetwork();
  process.stderr.write(
    `The local Twilio cannot be reached: ${PORT_VARIABLE} is not a port. Nothing else can be either.\n`,
  );
}
passOn(__filename, port);
// A Function sees only its service's variables.
Reflect.deleteProperty(process.env, PORT_VARIABLE);
Reflect.deleteProperty(process.env, 'NODE_OPTIONS');
