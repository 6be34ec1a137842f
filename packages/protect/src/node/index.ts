export { captureBody, type Outlet, type SendCaptured } from './capture-body.ts';
export {
  protectServerResponses,
  type ServerProtection,
  type ServerProtectionOptions,
} from './protect-server-responses.ts';
export { readHeaders, sendAnswer } from './send-answer.ts';
