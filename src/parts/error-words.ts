import { ArmError } from '../azure/arm-error.ts';

/** What was read when it failed: the words of a refusal name it. */
export type ErrorPlace = {
  /** Such as `the service contoso-api-prod`. */
  readonly subject: string;
  readonly resourceGroup?: string | undefined;
  /** Name or GUID. */
  readonly subscription?: string | undefined;
  /** The right that reading takes, such as `Microsoft.ApiManagement/service/read`. */
  readonly right?: string | undefined;
};

export type ErrorWords = {
  /** One sentence without a full stop. */
  readonly title: string;
  readonly text: string;
  /** What the reader can do. */
  readonly todo: string;
};

/** What a failed read means, in the reader's words: each refusal of design 5 has its own. */
export function errorWords(error: unknown, place: ErrorPlace): ErrorWords {
  if (!(error instanceof ArmError)) return unexpected(place, error instanceof Error ? error.message : '');
  switch (error.kind) {
    case 'forbidden':
      return forbidden(error, place);
    case 'not-found':
      return notFound(error, place);
    case 'wrong-tenant':
      return {
        title: 'This belongs to another tenant',
        text: `The subscription of ${place.subject} is in another tenant than the one you work in.`,
        todo: 'Switch to that tenant. You stay signed in, and this page opens there.',
      };
    case 'sign-in':
      return signIn(error);
    case 'throttled':
      return {
        title: 'Azure asks for fewer requests',
        text: `Azure limits how often you may read a subscription, and the limit is reached.${error.status === 0 ? ` ${error.message}` : ''}`,
        todo: 'Wait as long as Azure asks, then try again. That says nothing about the service.',
      };
    case 'offline':
      return {
        title: 'Azure could not be reached',
        text: `${error.message} That says nothing about ${place.subject}.`,
        todo: 'Check the network, a proxy, or an extension of the browser that blocks requests. Then try again.',
      };
    case 'server':
      return {
        title: 'Azure had a problem',
        text: `Reading ${place.subject} was tried several times.${error.status === 0 ? ` ${error.message}` : ''}`,
        todo: 'Try again in a few minutes. If it stays, give the correlation id to Azure support.',
      };
    case 'malformed':
      return {
        title: 'The answer could not be understood',
        text: error.message,
        todo: 'Try again. If it stays, something between this browser and Azure changes the answer, such as a proxy.',
      };
    case 'unexpected':
      return unexpectedAnswer(error, place);
  }
}

function forbidden({ code }: ArmError, { subject, right }: ErrorPlace): ErrorWords {
  if (code !== '' && code.toLowerCase() !== 'authorizationfailed') {
    return {
      title: 'Azure refused this read',
      text: `You may not read ${subject} now, and Azure gives a reason of its own: ${code}.`,
      todo: 'Azure’s words below say what stands in the way.',
    };
  }
  return {
    title: 'You have no right to read this, or it is not there',
    text: `Azure does not tell the two apart. Either your account may not read ${subject}, or nothing of that name exists.`,
    todo: `Check the name. Then ask for the Reader role${right ? ` (it holds ${right})` : ''}; a new role can take some minutes to count.`,
  };
}

function notFound({ code }: ArmError, { subject, resourceGroup, subscription }: ErrorPlace): ErrorWords {
  switch (code.toLowerCase()) {
    case 'subscriptionnotfound':
      return {
        title: 'You cannot see this subscription from here',
        text: 'It is in another tenant, or your account has no access to anything in it.',
        todo: 'Switch to the tenant that holds it, or ask for the Reader role on it.',
      };
    case 'resourcegroupnotfound':
      return {
        title: 'There is no such resource group',
        text: `${subscription ?? 'The subscription'} has no resource group ${resourceGroup ?? 'of that name'} now. It was deleted or renamed, or the link is wrong.`,
        todo: 'Look for the service by its name: it may live in another resource group.',
      };
    case 'resourcenotfound':
      return {
        title: `There is no such service now`,
        text: `Azure looked for ${subject} in resource group ${resourceGroup ?? ''} and has none. It was deleted or moved, or the link is wrong.`,
        todo: 'Look for it by its name. Addresses of a deleted service may belong to somebody else by now.',
      };
    default:
      return {
        title: 'Azure did not find this',
        text: `Azure has nothing under the address of ${subject}.`,
        todo: 'Check the link. Azure’s words below say more.',
      };
  }
}

function signIn({ status }: ArmError): ErrorWords {
  if (status === 401) {
    return {
      title: 'Azure does not accept your sign-in',
      text: 'Azure refused two tokens in a row, the second one fresh. This page does not go on trying.',
      todo: 'Sign in again. If that does not help, your organisation’s conditional access may not allow Azure from here.',
    };
  }
  return {
    title: 'Sign in again to go on',
    text: 'Your sign-in has ended, or your organisation asks you to confirm it.',
    todo: 'Sign in with one press. You come back to this page.',
  };
}

function unexpectedAnswer({ code, message, status }: ArmError, place: ErrorPlace): ErrorWords {
  if (code.toLowerCase() === 'invalidsubscriptionid') {
    return {
      title: 'The link names no subscription',
      text: `“${place.subscription ?? ''}” is not the id of a subscription: that is a GUID.`,
      todo: 'Correct the link, or look for the service by its name.',
    };
  }
  return unexpected(place, status === 0 ? message : '');
}

function unexpected({ subject }: ErrorPlace, message: string): ErrorWords {
  return {
    title: 'This could not be read',
    text: message || `Reading ${subject} failed in a way that this page does not know.`,
    todo: 'Try again. If it stays, give the details below to whoever runs this dashboard.',
  };
}
