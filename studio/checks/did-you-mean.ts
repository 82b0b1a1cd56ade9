/** For the checks that look for names here; it is shared with the parser. */
export { didYouMean, nearest } from '../model/did-you-mean';
