import type { Texts } from './texts.private';

/** French, with the polite form of address. */
export const fr: Texts = {
  numberHeading: 'Votre numéro de téléphone',
  numberIntro: 'Nous allons vous envoyer un code par SMS pour nous assurer que ce numéro est le vôtre.',
  numberGivenIntro:
    'Nous allons envoyer un code par SMS au {number} pour nous assurer que ce numéro est le vôtre.',
  countryLabel: 'Pays ou région',
  numberLabel: 'Numéro de téléphone',
  sendCode: 'M’envoyer un code',
  textingNote: 'Votre opérateur peut facturer le message.',
  useAnotherNumber: 'Utiliser un autre numéro',
  changeNumber: 'Changer de numéro',
  numberMissing: 'Saisissez votre numéro de téléphone.',
  numberInvalid: 'Ce numéro n’est pas complet. Vérifiez le pays et les chiffres.',
  numberUnreachable: 'Nous ne pouvons pas écrire à ce numéro. Utilisez un numéro de mobile, ou un autre.',
  challengeFailed: 'Nous n’avons pas pu vérifier que vous êtes une personne. Réessayez, s’il vous plaît.',
  challengeNeedsScript: 'Activez JavaScript : sans lui, nous ne pouvons pas vous distinguer d’un programme.',

  codeHeading: 'Saisissez le code',
  codeTexted: 'Nous avons envoyé un code par SMS au {number}.',
  codeWhatsapped: 'Nous avons envoyé un code par WhatsApp au {number}.',
  codeCalled: 'Nous appelons le {number} pour vous dire le code.',
  codeLabel: 'Code',
  codeHint: 'Il peut mettre une minute à arriver.',
  confirm: 'Confirmer',
  sendAgain: 'Renvoyer le code',
  sendAgainIn: 'Vous pourrez le faire renvoyer dans {time}.',
  sendAgainNow: 'Vous pouvez maintenant le faire renvoyer.',
  sentAgain: 'Le code est de nouveau en route.',
  callingNow: 'Nous vous appelons maintenant.',
  callInstead: 'Appelez-moi plutôt',
  codeMissing: 'Saisissez le code du message.',
  codeMalformed: 'Le code se compose de 4 à 10 chiffres et de rien d’autre.',
  codeWrongOne: 'Ce code n’est pas le bon. Il vous reste un essai.',
  codeWrongMany: 'Ce code n’est pas le bon. Il vous reste {count} essais.',
  tooSoon: 'Un code vient d’être envoyé. Vous pourrez en demander un autre dans {time}.',
  noMoreCodes:
    'Nous ne pouvons plus envoyer de codes à ce numéro pour le moment. Utilisez le dernier, ou un autre numéro.',
  channelNotAvailable: 'Nous ne pouvons pas vous appeler. Demandez le code par SMS.',

  doneHeading: 'Votre numéro est confirmé',
  doneIntro: 'Merci. Le {number} est bien à vous.',
  returning: 'Nous vous ramenons.',
  goOn: 'Continuer',
  alreadyHeading: 'Déjà confirmé',
  alreadyIntro: 'Votre numéro {number} a déjà été confirmé. Il n’y a plus rien à faire ici.',

  codeExpiredHeading: 'Le code a expiré',
  codeExpiredIntro:
    'Les codes ne sont valables que quelques minutes. Nous pouvons en envoyer un nouveau au {number}.',
  sendNewCode: 'M’envoyer un nouveau code',
  lockedHeading: 'Trop de codes erronés',
  lockedIntro: 'Pour protéger votre numéro, ce code ne peut plus être utilisé.',
  tooManyHeading: 'Trop de codes',
  tooManyIntro: 'Nous avons envoyé autant de codes que nous le pouvons pour le moment.',
  countryHeading: 'Nous n’écrivons pas à ce pays',
  countryIntro:
    'Nous n’envoyons pas de codes aux numéros de ce pays ({country}). Avez-vous un autre numéro ?',
  tryLater: 'Réessayez plus tard.',
  tryAgainIn: 'Vous pourrez réessayer dans {time}.',
  sessionExpiredHeading: 'Le temps est écoulé',
  sessionExpiredIntro:
    'Pour votre sécurité, cette page n’était ouverte que pour un temps limité. Revenez en arrière et recommencez ; ce ne sera pas long.',
  outdatedHeading: 'Votre numéro a changé entre-temps',
  outdatedIntro:
    'Cette page concernait un numéro précédent. Retournez d’où vous veniez et confirmez le nouveau.',
  linkUsedHeading: 'Ce lien a déjà servi',
  linkUsedIntro: 'Il fonctionne une fois et dans un seul navigateur. Revenez d’où vous venez et recommencez.',
  unknownHeading: 'Il n’y a rien ici',
  unknownIntro:
    'Cette page fait partie d’une confirmation que nous ne connaissons pas. Revenez d’où vous venez et recommencez.',
  cookiesHeading: 'Votre navigateur n’a pas gardé le cookie',
  cookiesIntro:
    'Cette page a besoin d’un cookie pour savoir que c’est toujours vous. Autorisez les cookies pour cette page et réessayez.',
  staleHeading: 'Cette page n’est plus à jour',
  staleIntro:
    'Ce que vous avez envoyé ne correspond pas à ce que ce navigateur a ouvert. Rien n’a été changé.',
  continueHere: 'Reprendre où vous étiez',
  unavailableHeading: 'Un instant, s’il vous plaît',
  unavailableIntro:
    'Cela ne fonctionne pas pour le moment, et ce n’est pas votre faute. Rien n’est perdu : réessayez.',
  tryAgain: 'Réessayer',

  errorSummary: 'Vérifiez ceci :',
  back: 'Revenir sans confirmer',
};
