/** Where sign-in and ARM of one Azure cloud live. Built in for Azure's own clouds, written in config.json for any other. */
export type Cloud = {
  readonly name: string;
  /** How the screen calls it: `Azure public cloud`. */
  readonly label: string;
  /** Origin of the sign-in service, without a tenant. */
  readonly authority: string;
  /** Origin of Azure Resource Manager; the only place a token is ever sent to. */
  readonly resourceManager: string;
  readonly scope: string;
  readonly portal: string | null;
  /** OpenID endpoints for a sign-in service that MSAL does not know; it then asks no discovery document. */
  readonly authorityMetadata: Readonly<Record<string, string>> | null;
};

function builtIn(
  name: string,
  label: string,
  authority: string,
  resourceManager: string,
  portal: string,
): Cloud {
  return {
    name,
    label,
    authority,
    resourceManager,
    scope: `${resourceManager}/user_impersonation`,
    portal,
    authorityMetadata: null,
  };
}

/** Azure's own clouds. Sources: @azure/ms-rest-azure-env 2.0.0, @azure/msal-common AuthorityOptions. */
export const clouds: Readonly<Record<string, Cloud>> = {
  AzureCloud: builtIn(
    'AzureCloud',
    'Azure public cloud',
    'https://login.microsoftonline.com',
    'https://management.azure.com',
    'https://portal.azure.com',
  ),
  AzureUSGovernment: builtIn(
    'AzureUSGovernment',
    'Azure US Government',
    'https://login.microsoftonline.us',
    'https://management.usgovcloudapi.net',
    'https://portal.azure.us',
  ),
  AzureChinaCloud: builtIn(
    'AzureChinaCloud',
    'Azure China',
    'https://login.chinacloudapi.cn',
    'https://management.chinacloudapi.cn',
    'https://portal.azure.cn',
  ),
};
