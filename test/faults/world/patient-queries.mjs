// A planted defect, loaded into a service before its own code: it waits for every answer of the database for ever.
import pg from "pg";

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function queryForEver(config, ...rest) {
  this.connectionParameters.query_timeout = 0;
  if (config !== null && typeof config === "object") delete config.query_timeout;
  return query.call(this, config, ...rest);
};
