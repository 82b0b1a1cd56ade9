import { type Answer, type ApiError, failed } from '../answers';

/**
 * The errors of Sync that the local Twilio can cause (https://www.twilio.com/docs/api/errors). What is not there is 20404
 * for every kind of object, as the API answers it; 54050, 54100, 54200 and 54201 are on those pages only.
 */
const errors = {
  ifMatch: { code: 54003, status: 400, message: 'Invalid If-Match header' },
  tooLarge: { code: 54006, status: 413, message: 'Request entity too large' },
  type: {
    code: 54008,
    status: 400,
    message: 'Invalid request body: the type of one of the attributes is invalid',
  },
  rate: { code: 54009, status: 429, message: 'Rate limit exceeded' },
  noParameters: { code: 54010, status: 400, message: 'No parameters specified' },
  ttl: { code: 54011, status: 400, message: 'Invalid TTL' },
  documentData: { code: 54101, status: 400, message: 'Invalid Document data' },
  documentRevision: {
    code: 54103,
    status: 412,
    message: 'The revision of the Document does not match the expected revision',
  },
  itemRevision: {
    code: 54205,
    status: 412,
    message: 'The revision of the Map Item does not match the expected revision',
  },
  itemData: { code: 54206, status: 400, message: 'Invalid Map Item data' },
  keyTaken: { code: 54208, status: 409, message: 'An Item with given key already exists in the Map' },
  key: { code: 54209, status: 400, message: 'Invalid Map Item key' },
  nameTaken: { code: 54301, status: 409, message: 'Unique name already exists' },
  name: { code: 54302, status: 400, message: 'Invalid unique name' },
} satisfies Record<string, ApiError>;

/** What Sync refuses a request for. */
export type SyncError = keyof typeof errors;

/** Refuses with one of Sync's errors. */
export function refused(reason: SyncError): Answer {
  return failed(errors[reason]);
}

/** 400 for another parameter with a value that Sync does not take. Not public: the code; it is Twilio's general one. */
export function invalidParameter(name: string): Answer {
  return failed({ code: 20001, status: 400, message: `Invalid parameter ${name}` });
}
