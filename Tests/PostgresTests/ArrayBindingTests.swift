import Postgres
import Testing

@Suite struct ArrayBindingTests {
    private func array(_ values: [String?]) -> ArrayBinding<String> {
        var array = ArrayBinding<String>()
        for value in values { array.append(value) }
        return array
    }

    @Test func a_column_of_one_value_travels_as_that_value() {
        let sql = array(["a", "a", "a"]).spread
        #expect(sql.text == "$1")
        #expect(sql.bindings == [Binding(type: .text, bytes: Array("a".utf8))])
        let empty = array([nil, nil]).spread
        #expect(empty.bindings == [Binding(type: .text, bytes: nil)])
    }

    @Test(arguments: [["a", "b"], ["a", nil], [nil, ""], ["a", "aa"], ["", "a"]] as [[String?]])
    func a_column_that_differs_is_unnested(values: [String?]) {
        let column = array(values)
        #expect(!column.isUniform)
        #expect(column.spread.text == "unnest($1)")
        #expect(column.spread.bindings == [column.binding])
    }

    @Test func a_selection_is_the_array_of_the_selected() {
        let values: [String?] = ["one", nil, "", "four", "four"]
        let column = array(values)
        for positions in [[0, 1, 2, 3, 4], [1], [0, 2], [3, 4], [2, 4], []] {
            let part = column.selecting(positions)
            #expect(part.binding == array(positions.map { values[$0] }).binding, "\(positions)")
            #expect(part.isUniform == array(positions.map { values[$0] }).isUniform, "\(positions)")
        }
    }

    @Test func only_nulls_count_as_empty() {
        #expect(array([]).isEmpty && array([nil, nil]).isEmpty)
        #expect(!array([nil, ""]).isEmpty && !array([""]).isEmpty)
    }
}
