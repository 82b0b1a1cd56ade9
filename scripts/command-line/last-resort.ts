import { explainError } from './explain-error';

/**
 * Catches what no `main` can: a package that is not installed, thrown while a command's imports load. Commands import
 * this file before anything that comes from a package; it uses nothing but Node itself.
 */
process.on('uncaughtException', (error) => {
  process.stderr.write(`${explainError(error, process.env['DEBUG'] !== undefined)}\n`);
  process.exit(1);
});
