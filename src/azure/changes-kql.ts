const select = `| project id,
    targetResourceId = tostring(properties.targetResourceId),
    changeType = tostring(properties.changeType),
    timestamp = todatetime(properties.changeAttributes.timestamp),
    correlationId = tostring(properties.changeAttributes.correlationId),
    changedBy = tostring(properties.changeAttributes.changedBy),
    changedByType = tostring(properties.changeAttributes.changedByType),
    operation = tostring(properties.changeAttributes.operation),
    isTruncated = properties.changeAttributes.isTruncated,
    changes = properties.changes
| order by timestamp desc, id asc`;

/** The change history of every service in scope, newest first. */
export const changesKql = `resourcechanges
| where tostring(properties.targetResourceType) =~ 'microsoft.apimanagement/service'
${select}`;

/** The change history of one service, newest first. */
export function changesOfKql(serviceId: string): string {
  return `resourcechanges
| where tostring(properties.targetResourceId) =~ ${kqlText(serviceId)}
${select}`;
}

/** A KQL string literal: whatever stands in the text stays text (learn: kusto/query/scalar-data-types/string). */
export function kqlText(text: string): string {
  const escaped = text.replace(/[\\'\p{Cc}\p{Zl}\p{Zp}]/gu, character =>
    character === '\\' || character === "'"
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${escaped}'`;
}
