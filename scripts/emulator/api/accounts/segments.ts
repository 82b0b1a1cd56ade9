/** Characters of a single and of a joined segment (https://www.twilio.com/docs/glossary/what-sms-character-limit). */
const LENGTHS = { gsm7: [160, 153], ucs2: [70, 67] } as const;

/** The alphabet of GSM 03.38 (https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding). */
const GSM_7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** Characters of its extension, which count twice. */
const GSM_7_EXTENSION = new Set('^{}\\[~]|€');

/** How many segments a text is sent in; an empty one counts as one. */
export function segmentsOf(body: string): number {
  const characters = Array.from(body);
  const isGsm = characters.every((character) => GSM_7.has(character) || GSM_7_EXTENSION.has(character));
  const length = isGsm
    ? characters.length + characters.filter((character) => GSM_7_EXTENSION.has(character)).length
    : body.length;
  const [single, joined] = isGsm ? LENGTHS.gsm7 : LENGTHS.ucs2;
  return length <= single ? 1 : Math.ceil(length / joined);
}
