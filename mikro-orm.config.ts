import { loadConfig } from './src/platform/config/config.ts';
import { ormOptions } from './src/platform/database/orm.ts';
import { entities, migrations } from './src/features.ts';

/** For the MikroORM command line (`npx mikro-orm migration:create`); the product itself starts in src/app.ts. */
export default ormOptions({
  url: loadConfig(process.cwd()).databaseUrl ?? 'postgresql://localhost/scribecast',
  entities,
  migrations,
});
