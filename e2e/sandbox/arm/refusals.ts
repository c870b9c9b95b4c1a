import { ArmRefusal } from './answer.ts';

/** ARM's refusals in ARM's words. Sources: azure-facts 2, 4 and 10; learn, azure-resource-manager/troubleshooting. */

export function missingApiVersion(): ArmRefusal {
  return new ArmRefusal(
    400,
    'MissingApiVersionParameter',
    'The api-version query parameter (?api-version=) is required for all requests.',
  );
}

/** For ARM's own types: tenants, subscriptions, resource groups. */
export function invalidApiVersion(version: string, supported: readonly string[]): ArmRefusal {
  return new ArmRefusal(
    400,
    'InvalidApiVersionParameter',
    `The api-version '${version}' is invalid. The supported versions are '${supported.join(',')}'.`,
  );
}

/** For the types of a resource provider. */
export function noRegisteredProvider(
  version: string,
  type: string,
  supported: readonly string[],
): ArmRefusal {
  return new ArmRefusal(
    400,
    'NoRegisteredProviderFound',
    `No registered resource provider found for location '' and API version '${version}' for type '${type}'. The supported api-versions are '${supported.join(', ')}'. The supported locations are ', westeurope, northeurope, eastus'.`,
  );
}

export function authorizationFailed(
  client: string,
  objectId: string,
  action: string,
  scope: string,
): ArmRefusal {
  return new ArmRefusal(
    403,
    'AuthorizationFailed',
    `The client '${client}' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

export function invalidSubscriptionId(id: string): ArmRefusal {
  return new ArmRefusal(
    400,
    'InvalidSubscriptionId',
    `The provided subscription identifier '${id}' is malformed or invalid.`,
  );
}

export function subscriptionNotFound(id: string): ArmRefusal {
  return new ArmRefusal(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);
}

export function resourceGroupNotFound(name: string): ArmRefusal {
  return new ArmRefusal(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`);
}

/** `typeAndName` such as `Microsoft.ApiManagement/service/contoso`. */
export function resourceNotFound(typeAndName: string, group: string): ArmRefusal {
  return new ArmRefusal(
    404,
    'ResourceNotFound',
    `The Resource '${typeAndName}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}

export function unknownResourceType(path: string): ArmRefusal {
  return new ArmRefusal(
    404,
    'InvalidResourceType',
    `The resource type could not be found in the namespace of '${path}'.`,
  );
}

export function methodNotAllowed(method: string): ArmRefusal {
  return new ArmRefusal(
    405,
    'MethodNotAllowed',
    `The sandbox answers reads alone: the method '${method}' is not allowed here.`,
    { headers: { allow: 'GET, OPTIONS' } },
  );
}

export function badRequest(code: string, message: string): ArmRefusal {
  return new ArmRefusal(400, code, message);
}

export function throttled(subscriptionId: string, retryAfterSeconds: number | null): ArmRefusal {
  const wait = retryAfterSeconds ?? 1;
  return new ArmRefusal(
    429,
    'SubscriptionRequestsThrottled',
    `Number of 'read' requests for subscription '${subscriptionId}' exceeded. Please try again after '${wait}' seconds after additional tracing information is collected.`,
    { headers: retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) } },
  );
}
