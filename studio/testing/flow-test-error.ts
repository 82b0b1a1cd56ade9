/** A test asks for what cannot be: the message says what the flow waits for, or what is wrong with the world. */
export class FlowTestError extends Error {
  override readonly name = 'FlowTestError';
}
