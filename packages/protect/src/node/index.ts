export {
  protectServerResponses,
  type ServerProtection,
  type ServerProtectionOptions,
} from './protect-server-responses.ts';
