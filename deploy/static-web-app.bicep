// The dashboard as an Azure Static Web App: static files with the headers of staticwebapp.config.json, nothing else.
// docs/deploying.md has the steps.
targetScope = 'resourceGroup'

@description('Name of the Static Web App.')
param name string = 'swa-apim-ip-dashboard'

@description('Region of the resource. The files themselves are served from many places.')
param location string = resourceGroup().location

@description('Free is enough. Standard has private endpoints and an SLA.')
@allowed(['Free', 'Standard'])
param sku string = 'Free'

resource site 'Microsoft.Web/staticSites@2022-09-01' = {
  name: name
  location: location
  sku: { name: sku, tier: sku }
  properties: {
    // The files come from the workflow; no repository is bound to the app.
    provider: 'None'
    // Copies of the page at other addresses could not sign in: each would need a redirect URI of its own.
    stagingEnvironmentPolicy: 'Disabled'
    // staticwebapp.config.json of a deployment is taken as it is, headers and fallback with it.
    allowConfigFileUpdates: true
  }
}

@description('Register https://HOST/redirect.html as a redirect URI of the app registration.')
output host string = site.properties.defaultHostname
