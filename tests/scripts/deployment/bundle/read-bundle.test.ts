import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readBundle } from '../../../../scripts/deployment/bundle/read-bundle';

describe('readBundle', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    writeFileSync(path.join(directory, file), text);
  };

  test('reads kind, path, visibility and type from the names of files', async () => {
    write('package.json', '{"dependencies": {"twilio": "6.2.0"}, "devDependencies": {"jest": "30.0.0"}}');
    for (const file of [
      'functions/start-verify.protected.js',
      'functions/otp/request.js',
      'functions/otp/secret.private.js',
      'functions/notes.txt',
      'assets/index.html',
      'assets/img/logo.private.png',
      'assets/licence',
    ])
      write(file, file);
    const bundle = await readBundle({ builtDirectory: directory, projectDirectory: directory });
    expect(bundle.files.map((file) => [file.kind, file.path, file.visibility, file.contentType])).toEqual([
      ['function', '/otp/request', 'public', 'application/javascript'],
      ['function', '/otp/secret', 'private', 'application/javascript'],
      ['function', '/start-verify', 'protected', 'application/javascript'],
      ['asset', '/img/logo.png', 'private', 'image/png'],
      ['asset', '/index.html', 'public', 'text/html'],
      ['asset', '/licence', 'public', 'application/octet-stream'],
    ]);
    expect(bundle).toMatchObject({ runtime: 'node22', dependencies: { twilio: '6.2.0' } });
  });
});
