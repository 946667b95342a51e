import orders


class Customer:
    def order(self) -> "orders.Order":
        return orders.Order(self)
