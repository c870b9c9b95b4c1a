/** What Azure's `resourceType` is called here. Values: azure-rest-api-specs, apimanagement 2024-05-01, examples. */
const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    blobstorage: 'Blob storage',
    filestorage: 'File storage',
    tablestorage: 'Table storage',
    queue: 'Queue',
    sqldatabase: 'Azure SQL',
    monitoring: 'Monitoring',
    metrics: 'Metrics',
    azurekeyvault: 'Key vault',
    azureactivedirectory: 'Entra ID',
    regionalazureactivedirectory: 'Entra ID, regional',
    smtpqueue: 'E-mail queue',
    email: 'E-mail',
    internalcache: 'Internal cache',
    sourcecontrol: 'Source control',
    captchaendpoint: 'Captcha',
    'apimanagement control plane - inbound': 'Management',
  }),
);

/** The kind of a dependency in words; one that is not documented as Azure wrote it. */
export function kindWords(resourceType: string | null): string {
  if (resourceType === null || resourceType === '') return 'Not reported';
  return words.get(resourceType.toLowerCase()) ?? resourceType;
}
