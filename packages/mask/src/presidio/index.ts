export {
  createPresidioOperator,
  type PresidioOperators,
} from './create-presidio-operator.ts';
