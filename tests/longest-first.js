/** Tests that take longest, so that no worker is still at one of them when the other has nothing left. */
const LONGEST = [
  'end-to-end/deployment/',
  'studio/proof/',
  'end-to-end/commands.test.ts',
  'end-to-end/account-commands.test.ts',
  'end-to-end/proof-commands.test.ts',
];

/** The order of test files for Jest: a new machine knows nothing of how long they take, and goes by their size. */
module.exports = class LongestFirst {
  sort(tests) {
    const placeOf = ({ path }) => {
      const place = LONGEST.findIndex((part) => path.includes(`/tests/${part}`));
      return place < 0 ? LONGEST.length : place;
    };
    const inOrder = (one, other) => (one.path < other.path ? -1 : 1);
    return [...tests].sort((one, other) => placeOf(one) - placeOf(other) || inOrder(one, other));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
