import { readSource, typeScriptFiles } from './source-files';

/** A comment with these two words, also across a line end, marks a choice where Twilio's behaviour is not documented. */
const mark = /\bnot(?:[\s*]|\/\/)+public\b/i;

test('docs/twilio-facts.md names every file that chooses where Twilio is silent', () => {
  const facts = readSource('docs/twilio-facts.md').text;
  const unlisted = typeScriptFiles()
    .filter((file) => !file.path.startsWith('tests/') && mark.test(file.text))
    .map((file) => file.path)
    .filter((path) => !facts.includes(`\`${path}\``));
  expect(unlisted).toEqual([]);
});
