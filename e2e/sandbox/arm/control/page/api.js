// How the page speaks to the sandbox. A refusal is shown in the status line and thrown.
const status = document.getElementById('status');

/** Says something once, for eyes and for screen readers. */
export function say(text) {
  status.textContent = text;
}

/** Calls `/_control/...` of ARM, or of the sign-in server when an origin is given. */
export async function call(method, path, body, origin = '') {
  const response = await fetch(`${origin}/_control${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (response.ok) return answer;
  const reason = answer.message ?? answer.error ?? response.status;
  say(`Refused: ${reason}`);
  throw new Error(reason);
}
