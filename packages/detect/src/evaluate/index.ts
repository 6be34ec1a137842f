export {
  type EvaluatedFigures,
  type EvaluatedScores,
  type EvaluatedSpan,
  type Evaluation,
  type EvaluationOptions,
  type EvaluationReport,
  evaluate,
} from './evaluate.ts';
export {
  type DocumentsReport,
  type EvaluatedDocument,
  evaluateDocuments,
  type FindSpans,
} from './evaluate-documents.ts';
export { type PositionUnit, readDocuments, readSpans } from './read-lines.ts';
