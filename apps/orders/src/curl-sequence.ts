import { type Settings } from '@app/platform';
import { walkthrough, type WalkthroughStep } from './walkthrough.js';

/** The walkthrough as commands to paste into a shell, in this project's folder. */
export function curlSequence(url: string, settings: Settings): string {
  return [
    `API=${url}`,
    `TOKEN=${tokenSource(settings)}`,
    `call() { curl --silent --show-error -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' "$@"; echo; }`,
    ...commands.flatMap(stepLines),
    // Lists, notices and tracking follow the log within moments.
    'sleep 1',
    ...questions.flatMap(stepLines),
  ].join('\n');
}

const commands = walkthrough.filter((step) => step.method === 'POST');
const questions = walkthrough.filter((step) => step.method === 'GET');

const stepLines = (step: WalkthroughStep): string[] => [`echo "— ${step.title}"`, curl(step)];

/** The first answer names the order that all further calls are about. */
function curl({ method, path, body }: WalkthroughStep): string {
  const call = `call "$API${path}"${body === undefined ? '' : ` -d '${JSON.stringify(body)}'`}`;
  return method === 'POST' && path === '/orders'
    ? `ORDER=$(${call} | node -p 'JSON.parse(fs.readFileSync(0, "utf8")).orderId'); echo "$ORDER"`
    : call;
}

function tokenSource({ AUTH_JWKS_URL, AUTH_SECRET, DATA_DIR }: Settings): string {
  if (AUTH_JWKS_URL !== undefined) return "'<a token of your identity provider with the role service>'";
  // The secret itself is not printed: the shell that runs this needs it in its environment.
  const variables = AUTH_SECRET === undefined ? `DATA_DIR='${DATA_DIR}' ` : '';
  return `$(${variables}npm run --silent orders -- token --role service --sub walkthrough)`;
}
