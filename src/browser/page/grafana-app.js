// What Grafana's own front end sets up before a scene can run; all of it is public API of @grafana/data and /runtime.
import * as data from '@grafana/data';
import * as runtime from '@grafana/runtime';
import { from, of } from 'rxjs';
import { catchError, map } from 'rxjs/operators';
import { PrometheusSource } from './prometheus-source';
import { dataSource } from './variables';

export let theme;

export function setTheme(mode) {
  theme = data.createTheme({ colors: { mode } });
  runtime.config.theme2 = theme;
}

const DEFAULT_THRESHOLDS = {
  mode: 'absolute',
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

function fieldOption(id, process, more = {}) {
  return {
    id,
    path: id,
    name: id,
    process,
    override: () => null,
    editor: () => null,
    shouldApply: () => true,
    category: ['Standard options'],
    ...more,
  };
}

/** Without these unit, min, thresholds and so on do nothing. */
function fieldOptions() {
  return [
    fieldOption('unit', data.unitOverrideProcessor),
    fieldOption('min', data.numberOverrideProcessor),
    fieldOption('max', data.numberOverrideProcessor),
    fieldOption('fieldMinMax', data.booleanOverrideProcessor),
    fieldOption('decimals', data.numberOverrideProcessor),
    fieldOption('displayName', data.displayNameOverrideProcessor),
    fieldOption('color', data.identityOverrideProcessor),
    fieldOption('noValue', data.stringOverrideProcessor),
    fieldOption('links', data.identityOverrideProcessor),
    fieldOption('actions', data.identityOverrideProcessor),
    fieldOption('mappings', data.valueMappingsOverrideProcessor, { defaultValue: [] }),
    fieldOption('thresholds', data.thresholdsOverrideProcessor, { defaultValue: DEFAULT_THRESHOLDS }),
    fieldOption('filterable', data.booleanOverrideProcessor),
  ];
}

function transformations() {
  // standardTransformers holds some under two names; the registry refuses a second one with the same id.
  const byId = new Map();
  for (const transformer of Object.values(data.standardTransformers)) {
    if (transformer?.id) {
      byId.set(transformer.id, transformer);
    }
  }
  return [...byId.values()].map((transformer) => ({
    id: transformer.id,
    name: transformer.name,
    transformation: () => Promise.resolve(transformer),
    editor: () => null,
    imageDark: '',
    imageLight: '',
  }));
}

export function initRegistries() {
  data.standardFieldConfigEditorRegistry.setInit(fieldOptions);
  data.standardTransformersRegistry.setInit(transformations);
}

function sourceSettings() {
  return {
    id: 1,
    uid: dataSource.uid,
    name: 'Prometheus',
    type: dataSource.type,
    isDefault: true,
    jsonData: {},
    access: 'direct',
    readOnly: true,
    meta: {
      id: dataSource.type,
      name: 'Prometheus',
      type: 'datasource',
      module: '',
      baseUrl: '',
      info: {
        author: { name: '' },
        links: [],
        logos: { small: '', large: '' },
        screenshots: [],
        updated: '',
        version: '',
        description: '',
      },
    },
  };
}

function runRequest(source, request) {
  const answer = (more) => ({ timeRange: request.range, request, ...more });
  return from(source.query(request)).pipe(
    map((response) => answer({ state: 'Done', series: response.data, annotations: [] })),
    catchError((error) => of(answer({ state: 'Error', series: [], error: { message: error.message } })))
  );
}

const noop = () => {};

/** The services that scenes and panels ask the app for. */
export function initRuntime(prometheusUrl, scrapeMs) {
  const settings = sourceSettings();
  const source = new PrometheusSource(settings, prometheusUrl, scrapeMs);
  runtime.setDataSourceSrv({
    get: async () => source,
    getList: () => [settings],
    getInstanceSettings: () => settings,
    reload: noop,
    registerRuntimeDataSource: noop,
  });
  runtime.setRunRequest(runRequest);
  runtime.setPluginImportUtils({
    importPanelPlugin: async (id) => {
      throw new Error(`no panel plugin ${id}`);
    },
    getPanelPluginFromCache: () => undefined,
  });
  runtime.setTemplateSrv({
    replace: (text) => text ?? '',
    getVariables: () => [],
    containsTemplate: () => false,
    updateTimeRange: noop,
  });
  runtime.setAppEvents(new data.EventBusSrv());
  runtime.setBackendSrv({ get: async () => ({}), post: async () => ({}), fetch: () => of({ data: {} }) });
  runtime.setEchoSrv({ addEvent: noop, flush: noop, addBackend: noop });
  runtime.setPluginLinksHook(() => ({ links: [], isLoading: false }));
  runtime.setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  runtime.setPluginComponentHook(() => ({ component: null, isLoading: false }));
  runtime.setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
}
