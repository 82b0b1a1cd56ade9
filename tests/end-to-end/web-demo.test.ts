import { runToEnd } from './run-command';

describe('npm run demo -- --web', () => {
  test('walks the hosted page and prints what the proof says', async () => {
    const { code, stdout, stderr } = await runToEnd('demo', ['--web']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const story = [
      /makes a session: ws_[\w-]{22}/,
      /"Your phone number"/,
      /"Enter the code"/,
      /"That code is not right\. You have 2 tries left\."/,
      /"Your number is confirmed"/,
      /back at https:\/\/app\.example\.com\/phone\/return/,
      /The proof token says:/,
      /purpose: "web:ws_[\w-]{22}"/,
    ];
    const places = story.map((pattern) => stdout.search(pattern));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(stdout).not.toMatch(/eyJ|4155550100/);
  });
});
