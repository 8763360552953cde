// Registers React components as Grafana's panel plugins, with their options and defaults.
import { FieldType, PanelPlugin } from '@grafana/data';
import { sceneUtils } from '@grafana/scenes';

/** The panel types that are drawn; any other is reported. */
export const knownPanelTypes = new Set(['row']);

function addOptions(builder, defaults) {
  for (const [path, defaultValue] of Object.entries(defaults)) {
    builder.addCustomEditor({
      id: path,
      path,
      name: path,
      defaultValue,
      editor: () => null,
      override: () => null,
      process: (value) => value,
      shouldApply: () => true,
    });
  }
}

/**
 * @param id panel type as in the board's JSON
 * @param fieldDefaults defaults of fieldConfig.defaults.custom
 * @param optionDefaults defaults of the panel's options
 */
export function registerPanel(id, component, { fieldDefaults = {}, optionDefaults, colorMode = 'thresholds' } = {}) {
  const plugin = new PanelPlugin(component);
  plugin.useFieldConfig({
    standardOptions: { color: { defaultValue: { mode: colorMode } } },
    useCustomConfig: (builder) => addOptions(builder, fieldDefaults),
  });
  if (optionDefaults) {
    plugin.setPanelOptions((builder) => addOptions(builder, optionDefaults));
  }
  sceneUtils.registerRuntimePanelPlugin({ pluginId: id, plugin });
  knownPanelTypes.add(id);
}

const isFigure = (value) => value != null && !Number.isNaN(value);
const hasFigures = (frame) =>
  frame.fields.some((field) => field.type === FieldType.number && field.values.some(isFigure));

/** Nothing but NaN draws nothing, so it is no data. */
export const isEmpty = (data) => !data.series.some(hasFigures);

/** The panel's id goes into the page, for the report. */
export function NoData({ id, data, fieldConfig }) {
  const text = data.error ? `ERROR ${data.error.message}` : (fieldConfig?.defaults?.noValue ?? 'No data');
  return (
    <div data-empty-panel={id} style={{ padding: 8, color: '#888' }}>
      {text}
    </div>
  );
}

/** Draws `Panel`, or a note where there is nothing to draw. */
export const withNoData = (Panel) =>
  function MaybeEmpty(props) {
    return isEmpty(props.data) ? <NoData {...props} /> : <Panel {...props} />;
  };
