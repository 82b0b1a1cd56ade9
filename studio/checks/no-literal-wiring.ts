import { warning, error, type Check } from './check';

/** A SID: two letters and 32 hexadecimal digits (https://www.twilio.com/docs/glossary/what-is-a-sid). */
const SID = /\b[A-Z]{2}[0-9a-f]{32}\b/;

/** A host of Twilio's Functions. */
const FUNCTION_HOST = /\bhttps?:\/\/[\w.-]+\.twil\.io\b/i;

/**
 * In a flow with placeholders, or where they are asked for, no SID and no Function's host is written out: it would be that
 * of one account, and another account would call it. An account's other SIDs, for which there is no placeholder, are a
 * warning.
 */
export const noLiteralWiring: Check = (flow) => {
  if (!flow.wantsPlaceholders) return [];
  return flow.widgets.flatMap(({ state, texts }) =>
    texts.flatMap(({ place, property, text }) => {
      const isFunctionUrl = state.type === 'run-function' && property === 'url' && /^https?:/.test(text);
      if (isFunctionUrl || FUNCTION_HOST.test(text)) {
        return [error(place, `"${text}" is the host of one account: write \${FUNCTION_URL:/path}`)];
      }
      const sid = SID.exec(text)?.[0];
      if (sid === undefined) return [];
      const placeholder = PLACEHOLDERS[sid.slice(0, 2)];
      return placeholder === undefined
        ? [warning(place, `"${sid}" belongs to one account: pass it in as a parameter`)]
        : [error(place, `"${sid}" belongs to one account: write ${placeholder}`)];
    }),
  );
};

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  FW: '${FLOW_SID:name}',
  ZE: '${ENVIRONMENT_SID}',
  ZH: '${FUNCTION_SID:/path}',
  ZS: '${SERVICE_SID}',
};
