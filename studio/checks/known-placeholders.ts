import { placeholdersIn } from '../wiring/placeholders-in';
import { error, type Check } from './check';

/** In a flow with placeholders, each is one of the six kinds and a whole text, or wiring would leave it as it is. */
export const knownPlaceholders: Check = ({ definition, wantsPlaceholders }) => {
  if (!wantsPlaceholders) return [];
  return placeholdersIn(definition)
    .filter(({ placeholder }) => placeholder === null)
    .map(({ place, text }) =>
      error(
        place,
        `"${text}" is not a placeholder: it is a whole text, \${FUNCTION_URL:/path}, \${FUNCTION_SID:/path}, \${SERVICE_SID}, \${ENVIRONMENT_SID}, \${FLOW_SID:name} or \${FLOW_REVISION:name}`,
      ),
    );
};
