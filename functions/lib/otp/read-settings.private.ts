import { settingReader } from './setting-reader.private';
import { OTP_SETTINGS } from './setting-table.private';

/** Reads any setting of the service. */
export const { textOf, neededText, numberOf, wordOf } = settingReader(OTP_SETTINGS);
