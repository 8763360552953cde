// A board's variables, with the values Grafana gives them when the board is opened for the first time.
import { CustomVariable, DataSourceVariable, QueryVariable } from '@grafana/scenes';

/** Every reference to a data source means the one Prometheus. */
export const dataSource = { type: 'prometheus', uid: 'prometheus' };

/** What was saved with the board, else All where there is one, else the first value. */
function firstChoice(variable) {
  const saved = variable.current?.value;
  if (saved !== undefined && String(saved) !== '') {
    return { value: saved, text: variable.current.text ?? saved };
  }
  if (variable.includeAll) {
    return { value: variable.multi ? ['$__all'] : '$__all', text: variable.multi ? ['All'] : 'All' };
  }
  return { value: variable.multi ? [] : '', text: variable.multi ? [] : '' };
}

export function toVariable(variable) {
  const base = {
    name: variable.name,
    label: variable.label || undefined,
    hide: variable.hide ?? 0,
    skipUrlSync: true,
    description: variable.description,
  };
  const choice = {
    ...base,
    ...firstChoice(variable),
    isMulti: !!variable.multi,
    includeAll: !!variable.includeAll,
    allValue: variable.allValue || undefined,
  };
  switch (variable.type) {
    case 'query':
      return new QueryVariable({
        ...choice,
        query: variable.query ?? variable.definition,
        datasource: dataSource,
        regex: variable.regex ?? '',
        sort: variable.sort ?? 0,
        refresh: 1,
      });
    case 'datasource':
      return new DataSourceVariable({
        ...base,
        pluginId: variable.query,
        value: dataSource.uid,
        text: 'Prometheus',
        options: [],
      });
    case 'custom':
      return new CustomVariable({ ...choice, query: variable.query });
    default:
      throw new Error(`variable ${variable.name} is of type ${variable.type}; here: query, datasource, custom`);
  }
}
