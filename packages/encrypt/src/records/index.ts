export {
  type ColumnContext,
  type DrizzleColumn,
  drizzleColumn,
  type TypeormTransformer,
  typeormTransformer,
} from './column-types.ts';
export {
  createRecordCipher,
  type DatabaseRecord,
  type RecordCipher,
  type RecordCipherOptions,
} from './create-record-cipher.ts';
export {
  addSequelizeHooks,
  createKyselyPlugin,
  type KyselyPlugin,
  knexPostProcess,
  type SequelizeModel,
} from './query-builders.ts';
export { createTypeormSubscriber, type TypeormSubscriber } from './typeorm-subscriber.ts';
