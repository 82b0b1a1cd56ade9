export { didYouMean, nearest } from '../model/did-you-mean';
