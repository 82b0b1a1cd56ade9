/** Up to three names, or the first two and how many more there are: a line that can be read. */
export function someNames(names: readonly string[]): string {
  if (names.length <= 3) return names.join(', ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
