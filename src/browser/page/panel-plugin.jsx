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

/** Tells whether what is in the page was made of the panel's data, or is from before they came. */
const withState = (Panel) =>
  function WithState(props) {
    return (
      <div data-panel-state={props.data.state} style={{ height: '100%' }}>
        <Panel {...props} />
      </div>
    );
  };

/** How many panels are in the page and made of all their data. */
export function drawnPanels() {
  const states = [...document.querySelectorAll('[data-panel-state]')].map((panel) => panel.dataset.panelState);
  return states.filter((state) => state === 'Done' || state === 'Error').length;
}

/**
 * @param id panel type as in the board's JSON
 * @param fieldDefaults defaults of fieldConfig.defaults.custom
 * @param optionDefaults defaults of the panel's options
 */
export function registerPanel(id, component, { fieldDefaults = {}, optionDefaults, colorMode = 'thresholds' } = {}) {
  const plugin = new PanelPlugin(withState(component));
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

/** Nothing but NaN draws nothing, so it is no data. A table may have texts only. */
function hasData(frame) {
  const figures = frame.fields.filter((field) => field.type === FieldType.number);
  const isFigure = (value) => value != null && !Number.isNaN(value);
  return frame.length > 0 && (figures.length === 0 || figures.some((field) => field.values.some(isFigure)));
}

export const isEmpty = (data) => !data.series.some(hasData);

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
