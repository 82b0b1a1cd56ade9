// Deploys the project's built functions with the unmodified client of Twilio's toolkit. Run with the preload; prints what
// the client answers. Arguments: account SID, auth token, folder of the functions, the rest of the configuration as JSON.
const { readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');
const process = require('node:process');
const { TwilioServerlessApiClient } = require('@twilio-labs/serverless-api');

const [accountSid, authToken, directory, configuration] = process.argv.slice(2);
const functions = readdirSync(directory)
  .filter((file) => file.endsWith('.js'))
  .map((file) => {
    const [name, access] = file.split('.');
    return { name: `/${name}`, path: `/${name}`, access, content: readFileSync(path.join(directory, file)) };
  });
const assets = [{ name: '/robots.txt', path: '/robots.txt', access: 'public', content: 'User-agent: *' }];

new TwilioServerlessApiClient({ username: accountSid, password: authToken })
  .deployProject({
    functionsEnv: 'dev',
    functions,
    assets,
    pkgJson: { dependencies: { twilio: '6.2.0', '@twilio/runtime-handler': '2.0.1' } },
    runtime: 'node22',
    ...JSON.parse(configuration),
  })
  .then(
    (result) => process.stdout.write(JSON.stringify(result)),
    (error) => {
      process.stderr.write(String(error instanceof Error ? error.message : error));
      process.exitCode = 1;
    },
  );
