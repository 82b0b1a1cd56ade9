/**
 * Parameters that Twilio sends with a call, a message and a conversation, and that Studio puts under `trigger`
 * (https://www.twilio.com/docs/studio/widget-library/trigger-start). Callers may add others to a call's webhook URL.
 */

const PARTIES = ['From', 'To', 'Caller', 'Called'];

function places(parties: readonly string[]): string[] {
  return parties.flatMap((party) => ['City', 'State', 'Zip', 'Country'].map((part) => party + part));
}

/** Of a call: https://www.twilio.com/docs/voice/twiml#request-parameters. */
export const CALL_PARAMETERS: readonly string[] = [
  ...PARTIES,
  ...places(PARTIES),
  'AccountSid',
  'AddOns',
  'ApiVersion',
  'CallSid',
  'CallStatus',
  'CallToken',
  'CallerName',
  'Direction',
  'ForwardedFrom',
  'ParentCallSid',
  'SipCallId',
  'SipDomain',
  'SipDomainSid',
  'SipSourceIp',
  'StirPassportToken',
  'StirVerstat',
];

/** Of an incoming message, those of WhatsApp included: https://www.twilio.com/docs/messaging/guides/webhook-request. */
export const MESSAGE_PARAMETERS: readonly string[] = [
  'From',
  'To',
  ...places(['From', 'To']),
  'AccountSid',
  'AddOns',
  'ApiVersion',
  'Body',
  'ButtonPayload',
  'ButtonText',
  'ChannelAttributes',
  'ChannelInstallSid',
  'ChannelMetadata',
  'ChannelPrefix',
  'ChannelSid',
  'ChannelToAddress',
  'ClientIdentity',
  'InstanceSid',
  'Latitude',
  'Longitude',
  'Address',
  'Label',
  'MessageSid',
  'MessageType',
  'MessagingServiceSid',
  'NumMedia',
  'NumSegments',
  'OptOutType',
  'ProfileName',
  'ReferralBody',
  'ReferralHeadline',
  'ReferralNumMedia',
  'ReferralSourceId',
  'ReferralSourceType',
  'ReferralSourceUrl',
  'SmsMessageSid',
  'SmsSid',
  'SmsStatus',
  'Source',
  'WaId',
];

/** Of a message in a conversation: https://www.twilio.com/docs/conversations/conversations-webhooks. */
export const CONVERSATION_PARAMETERS: readonly string[] = [
  'AccountSid',
  'Attributes',
  'Author',
  'Body',
  'ChannelAttributes',
  'ChannelSid',
  'ChatServiceSid',
  'ClientIdentity',
  'ConversationSid',
  'DateCreated',
  'EventType',
  'From',
  'Index',
  'InstanceSid',
  'Media',
  'MessageSid',
  'MessagingServiceSid',
  'ParticipantSid',
  'RetryCount',
  'Source',
  'To',
];

/** Keys with a number or a name in them: media of a message, headers of a SIP call. */
export const NUMBERED_PARAMETERS = /^(Media(Url|ContentType)\d+|SipHeader_.+)$/;
