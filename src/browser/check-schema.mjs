// Holds boards against the TypeScript types that Grafana publishes, made into JSON schemas: node check-schema.mjs BOARD.json...
// Prints a line for each finding. Exit status: 0 none, 1 some.
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const TYPES = fileURLToPath(new URL('board-types.ts', import.meta.url));

const generator = createGenerator({ path: TYPES, skipTypeCheck: true });
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });

function boardValidator() {
  const schema = generator.createSchema('Board');
  // In the types a panel is anyOf panel and row, so that a mistake would be reported for both. The type tells them apart.
  schema.definitions.Board.properties.panels.items = {
    if: { properties: { type: { const: 'row' } } },
    then: { $ref: '#/definitions/RowPanel' },
    else: { $ref: '#/definitions/Panel' },
  };
  // A query for annotations has the fields of its data source, as a panel's query has.
  schema.definitions.AnnotationQuery.additionalProperties = true;
  // Grafana writes and reads these, its published types lack them.
  schema.definitions.VariableModel.properties.definition = { type: 'string' };
  schema.definitions.FieldConfig.properties.fieldMinMax = { type: 'boolean' };
  return ajv.compile(schema);
}

/** Missing options are no findings, at any depth: Grafana merges the panel's defaults in. The types cannot say that. */
function withoutRequired(schema) {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === 'required' && Array.isArray(value) ? undefined : value)));
}

function partialValidator(type) {
  return ajv.compile(withoutRequired(generator.createSchema(type)));
}

const validateBoard = boardValidator();

/** By panel type. */
const panelValidators = {
  bargauge: { options: partialValidator('BarGaugeOptions') },
  stat: { options: partialValidator('StatOptions') },
  'state-timeline': {
    options: partialValidator('StateTimelineOptions'),
    field: partialValidator('StateTimelineField'),
  },
  table: { options: partialValidator('TableOptions'), field: partialValidator('TableField') },
  timeseries: { options: partialValidator('TimeSeriesOptions'), field: partialValidator('TimeSeriesField') },
};

function findings(validate, value, where) {
  if (!validate || value === undefined || validate(value)) {
    return [];
  }
  // "if" only says that "then" or "else" failed; the errors of these are in the list too.
  const errors = validate.errors.filter((error) => error.keyword !== 'if');
  return errors.map((error) => {
    const detail = error.params.additionalProperty ?? error.params.allowedValues?.join('|') ?? '';
    return `${where}${error.instancePath}: ${error.message} ${detail}`.trim();
  });
}

function panelFindings(panel) {
  const where = `panel '${panel.title}'`;
  const validators = panelValidators[panel.type];
  if (!validators) {
    return panel.type === 'row' ? [] : [`${where}: no types for panels of type ${panel.type}; add them to board-types.ts`];
  }
  return [
    ...findings(validators.options, panel.options, `${where} options`),
    ...findings(validators.field, panel.fieldConfig?.defaults?.custom, `${where} fieldConfig custom`),
  ];
}

function check(board) {
  const panels = board.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  return [...findings(validateBoard, board, ''), ...panels.flatMap(panelFindings)];
}

for (const file of process.argv.slice(2)) {
  const found = check(JSON.parse(readFileSync(file, 'utf8')));
  found.forEach((text) => console.log(`${file}: ${text}`));
  process.exitCode ||= found.length ? 1 : 0;
}
