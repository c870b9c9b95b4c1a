export const help = `Records the addresses of API Management services into a history file that a team shares.

  npm run record -- --out FILE|BLOB-URL|-  [options]
  npm run record -- compact --out FILE|BLOB-URL [--keep 730d]

  --out, -o           the history file: a path, the https URL of a blob, or - for standard output
  --subscription, -s  id of a subscription; repeat it for several (default: all that can be read)
  --since             report changes since an ISO time or so many days (14d), recorded now or before;
                      default: the changes that this run is the first to record
  --webhook           https URL that is sent the changes as JSON; signed where RECORD_WEBHOOK_SECRET is set
  --cloud             AzureCloud (default), AzureUSGovernment, AzureChinaCloud
  --config            config.json of the page, for any other cloud
  --names             write who made a change into the file (left out otherwise)
  --keep              of compact: forget what ended so many days ago
  --json              one JSON document about the run on standard output
  --quiet, -q         only errors;  --verbose, -v  every step with its time

Signs in as Azure's tools do: workload identity, managed identity, az login, or the token in RECORD_ARM_TOKEN
(and RECORD_STORAGE_TOKEN for a blob).

Exit code: 0 everything was read and no address changed; 2 an address changed;
1 it failed, or a part could not be read: the reason is on standard error.
`;
