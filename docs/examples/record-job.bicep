// An Azure Container Apps job that records every hour into a blob. docs/recorder.md has the steps.
// Its identity may read what it is given Reader on, and write into one container of one storage account.
targetScope = 'resourceGroup'

@description('Image of the recorder, by digest: registry/recorder@sha256:...')
param image string

@description('Name of a storage account that is there already.')
param storageAccountName string

@description('Container of the history file; it is made here.')
param containerName string = 'history'

@description('Id of the Container Apps environment that the job runs in.')
param environmentId string

@description('Minute and hour of the runs, in UTC.')
param cron string = '17 * * * *'

param location string = resourceGroup().location

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-apim-recorder'
  location: location
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageAccountName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' existing = {
  parent: account
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: containerName
  properties: { publicAccess: 'None' }
}

// Storage Blob Data Contributor, on this container alone.
resource mayWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(container.id, identity.id, 'write')
  scope: container
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
    )
  }
}

resource job 'Microsoft.App/jobs@2024-03-01' = {
  name: 'caj-apim-recorder'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environmentId
    configuration: {
      triggerType: 'Schedule'
      scheduleTriggerConfig: { cronExpression: cron, parallelism: 1, replicaCompletionCount: 1 }
      replicaTimeout: 1200
      replicaRetryLimit: 1
    }
    template: {
      containers: [
        {
          name: 'recorder'
          image: image
          // 2 says that an address changed: for a job that is no failure.
          command: ['/bin/sh', '-c']
          args: ['npm run --silent record -- --out "$HISTORY_URL" --verbose; code=$?; [ $code -eq 2 ] && exit 0; exit $code']
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
            {
              name: 'HISTORY_URL'
              value: '${account.properties.primaryEndpoints.blob}${containerName}/history.jsonl'
            }
          ]
        }
      ]
    }
  }
  dependsOn: [mayWrite]
}

@description('Give this principal Reader on the subscriptions or management group that should be recorded.')
output principalId string = identity.properties.principalId
