export {
  type CedarAnswer,
  type CedarAuthoriseOptions,
  type CedarCall,
  type CedarEntityId,
  type CedarModule,
  createCedarAuthorise,
} from './create-cedar-authorise.ts';
